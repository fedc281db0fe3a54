"""Settings, root URLs, the one port, and the commands that span several apps. Stands on top: may import every app."""
