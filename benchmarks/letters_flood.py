"""Send very many letters from one address, eight at once: a process of its own."""

import sys
from concurrent.futures import ThreadPoolExecutor

from benchmarks.letters_served import AT_ONCE, FLOODER, send

if __name__ == "__main__":
    port, number = map(int, sys.argv[1:])
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda _: send(port, FLOODER), range(number)))
