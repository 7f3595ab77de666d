"""Processor time and memory of a process with all that it started, as the kernel tells them."""

import os

TICKS = os.sysconf("SC_CLK_TCK")


def members(root):
    parents = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as stat:
                parents[int(name)] = int(stat.read().rpartition(")")[2].split()[1])
        except OSError:
            continue  # ended meanwhile
    found = [root]
    for process in found:
        found.extend(child for child, parent in parents.items() if parent == process)
    return found


def seconds(root):
    """Processor seconds that those alive have used."""
    total = 0
    for process in members(root):
        try:
            with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as stat:
                fields = stat.read().rpartition(")")[2].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def megabytes(root):
    """Proportional set size: what is shared counts by its share."""
    total = 0
    for process in members(root):
        try:
            with open(f"/proc/{process}/smaps_rollup", encoding="utf-8") as rollup:
                total += sum(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        except OSError:
            continue
    return total / 1024
