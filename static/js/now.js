// The pages of /now/ work without this file. With it they also open without a connection once one of them was visited.
const place = document.querySelector("[data-worker]");
if (place && navigator.serviceWorker) {
  navigator.serviceWorker
    .register(place.dataset.worker)
    .then(() => navigator.serviceWorker.ready)
    .then(() => { place.querySelector("[data-offline-ready]").hidden = false; })
    .catch(() => {});
}
