"""What a runner can take along from a finished visit: the handover in four forms, and the plan as a calendar."""
