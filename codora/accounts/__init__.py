"""People who sign in: today the editors of the site. Learners have no account. May import: places, core."""
