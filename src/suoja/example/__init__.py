"""A made-up caseload for an empty database.

`plan` solves for it: people who never lived, counted as the published reports of 2014, the first
half of 2018, 2018 and 2020 count. It is plain Python and knows no database.
`load` writes the plan down in bulk; `suoja example` asks for it.
`releases` publishes two reports on it, by the same steps as the office.
README.md says what was solved, what was drawn, and where the reports contradict themselves.
"""
