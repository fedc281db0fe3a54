"""People who sign in: today the editors of the site. Learners never have an account. May import: places, core."""
