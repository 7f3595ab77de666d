#!/usr/bin/python3
"""A screen serves every client that comes, also the one that comes right after the last one left.

usage: with_screen tst_screen.py
"""

import os
import socket
import struct
import sys

CLIENTS = 300


def served(address):
    """Whether the server greets a client that comes now and goes at once."""
    hello = b"l\0" + struct.pack("<HHHHH", 11, 0, 0, 0, 0)
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(5)
        try:
            client.connect(address)
            client.sendall(hello)
            return client.recv(8)[:1] == b"\1"
        except OSError:
            return False


def main():
    path = "/tmp/.X11-unix/X" + os.environ["DISPLAY"].lstrip(":")
    addresses = ("\0" + path, path)  # in the order in which Xlib tries them
    refused = sum(not any(map(served, addresses)) for _ in range(CLIENTS))
    print(f"refused {refused} of {CLIENTS}")
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()
