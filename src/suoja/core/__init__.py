"""What every room stands on, and what knows nothing of trafficking.

Refusals with a reason, the audit that cannot be rewritten, the vault that keeps identity
encrypted where it lies, copies of files that are safe to look at, periods and months,
constraints, and the components of a page.
"""
