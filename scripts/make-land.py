#!/usr/bin/env python3
"""Makes Sources/CReport/Page/land.txt, the dots of the report's map, from the project's own table of places.

A line is a row of cells of 2 by 2 degrees, from 90 north to 90 south and from 180 west to 180 east, four cells a hexadecimal
digit: where the table knows a city, region or building, there is land. It is no coastline, and shows the continents.
usage: scripts/make-land.py < Sources/CResources/Data/places.txt > Sources/CReport/Page/land.txt
"""
import sys

STEP = 2
columns, rows = 360 // STEP, 180 // STEP
land = [[0] * columns for _ in range(rows)]
for line in sys.stdin:
    fields = line.rstrip("\n").split("\t")
    if line.startswith("#") or len(fields) < 7 or fields[6] in "wW":
        continue
    north, east = float(fields[3]), float(fields[4])
    row = min(rows - 1, int((90 - north) / STEP))
    column = min(columns - 1, int((east + 180) / STEP))
    land[row][column] = 1
for row in land:
    bits = "".join(map(str, row))
    print("".join("%x" % int(bits[i : i + 4], 2) for i in range(0, columns, 4)))
