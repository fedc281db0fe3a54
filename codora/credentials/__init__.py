"""What people take home: the certificate of participation.

Owns no data: a name is typed, printed and forgotten. Offers: `forms.CertificateForm`, `forms.printable_name`,
`actions.render_participation_certificate`. May import accounts, places, core.
"""
