"""The expert group and official identification.

From July 2015 to the end of 2022 a client could be officially identified as a victim, after the
multidisciplinary group of experts was heard; who was assessed not to be a victim left. Clients
wait in a queue. Since 2023 admission itself is the identification: `law` tells which holds.
"""
