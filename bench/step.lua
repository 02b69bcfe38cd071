-- htmx POSTs that answer a question: each line of the file is a path and two bodies, sent in turn.
local rows, turn = {}, 0
function init(args)
  for line in io.lines(args[1]) do
    local path, token, first, second = line:match("^(%S+) (%S+) (%S+) (%S+)$")
    rows[#rows + 1] = { path = path, token = token, bodies = { first, second } }
  end
end
function request()
  turn = turn + 1
  local row = rows[(turn % #rows) + 1]
  local body = row.bodies[(math.floor(turn / #rows) % 2) + 1]
  return wrk.format("POST", row.path, {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Cookie"] = "csrftoken=" .. row.token,
    ["X-CSRFToken"] = row.token,
    ["HX-Request"] = "true",
  }, body)
end
