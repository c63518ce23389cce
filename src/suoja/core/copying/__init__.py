"""What opens the files of strangers, in a process of its own that knows no Django and no secret.

`python -m suoja.core.copying.pictures jpeg` reads a file from standard input and writes the copy to
standard output; its exit status says why there is none. `suoja.core.files` starts it.
"""
