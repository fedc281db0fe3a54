"""People who sign in, and their roles. Learners have no account. Offers: `models.User`, `roles`, `queries`,
`actions.grant_role`. May import: places, core.
"""
