"""Settings, root URLs, the one port, and the commands that span several apps. May import every app."""
