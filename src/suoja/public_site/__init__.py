"""What everybody may read: help, what to do for others, the published reports, and a way out.

Texts are Markdown, a folder per language; a language is offered where it has the page.

Pages of this room know no session, keep no cookie and ask nothing of another host.
"""
