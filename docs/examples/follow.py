#!/usr/bin/env python3
"""Follows events as they come and survives a restart of newsd: a whole client, with nothing but Python's own library.

usage: follow.py [NAME=VALUE...]      for example: follow.py type=THREATEN actor=RUS
It writes one line an event, and keeps its place in follow.cursor.
"""
import json
import os
import socket
import sys
import time

PATH = os.environ.get("NEWSD_SOCKET", "/run/newsd/newsd.sock")
CURSOR = "follow.cursor"


class Newsd:
    """A connection: requests out, answers and notifications in, one JSON text a line."""

    def __init__(self):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(PATH)
        self.lines = self.socket.makefile("r", encoding="utf-8")
        self.waiting = []
        self.number = 0

    def call(self, method, **params):
        self.number += 1
        request = {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}
        self.socket.sendall(json.dumps(request).encode() + b"\n")
        while True:
            message = self.receive()
            if "method" in message:  # a notification that came before the answer
                self.waiting.append(message)
            elif message["id"] == self.number:
                if "error" in message:
                    raise RuntimeError(message["error"]["message"])
                return message["result"]

    def notification(self):
        return self.waiting.pop(0) if self.waiting else self.receive()

    def receive(self):
        line = self.lines.readline()
        if not line:
            raise ConnectionError("newsd closed the connection")
        return json.loads(line)


def names(parties):
    return ", ".join(party.get("name", party["text"]) for party in parties)


def keep(cursor):
    with open(CURSOR + ".new", "w") as file:
        file.write(cursor)
    os.replace(CURSOR + ".new", CURSOR)


def follow(filters):
    newsd = Newsd()
    params = dict(filters)
    if os.path.exists(CURSOR):
        params["cursor"] = open(CURSOR).read().strip()
    newsd.call("events.subscribe", **params)
    while True:
        message = newsd.notification()
        if message["method"] == "events.lagged":  # what we would have got is gone: go on with what there is
            keep(str(int(message["params"]["first"]) - 1))
            return
        if message["method"] != "events.notify":  # rpc.closing: newsd is about to stop, and the connection will end
            continue
        for event in message["params"]["events"]:  # empty every 15 s: a sign of life
            time_ = event.get("time", {}).get("value", "")
            print(time_, names(event["actors"]), event["type"], names(event["recipients"]), event["id"], sep="\t", flush=True)
        keep(message["params"]["cursor"])


def main():
    filters = dict(word.split("=", 1) for word in sys.argv[1:])
    while True:
        try:
            follow(filters)
        except (ConnectionError, FileNotFoundError):
            time.sleep(1)  # newsd restarts; the cursor says where to go on


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
    except RuntimeError as error:
        sys.exit(f"follow.py: {error}")
