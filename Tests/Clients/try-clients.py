#!/usr/bin/env python3
"""Asks a running newsd by JSON-RPC clients that others made, each with its own idea of where a message ends.

usage: try-clients.py [SOCKET]      python3 -m pip install jsonrpcclient pyln-client python-lsp-jsonrpc web3
A client that is not installed is passed over with a message. Exit status: 0 where all that are there got their answer.
"""
import json
import os
import shutil
import socket
import subprocess
import sys
import threading

PATH = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("NEWSD_SOCKET", "/run/newsd/newsd.sock")


def connect():
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(10)
    connection.connect(PATH)
    return connection


def socat():
    """A line in, a line out."""
    if not shutil.which("socat"):
        raise ImportError("socat")
    request = b'{"jsonrpc":"2.0","id":1,"method":"events.count","params":{"by":"type"}}\n'
    answer = subprocess.run(["socat", "-", f"UNIX-CONNECT:{PATH}"], input=request, capture_output=True, timeout=10).stdout
    return json.loads(answer)["result"]["total"]


def jsonrpcclient():
    """Makes requests without an ending; the transport is ours."""
    from jsonrpcclient import Ok, parse, request

    connection = connect()
    connection.sendall(json.dumps(request("events.count", {"by": "type"})).encode())
    text = b""
    while not text.endswith(b"\n\n"):
        text += connection.recv(65536)
    answer = parse(json.loads(text))
    assert isinstance(answer, Ok), answer
    return answer.result["total"]


def pyln():
    """Core Lightning's client: nothing behind a request, two newlines behind a reply."""
    from pyln.client.lightning import UnixDomainSocketRpc

    rpc = UnixDomainSocketRpc(PATH)
    return rpc.call("events.count", {"by": "type"})["total"]


def lsp():
    """The Language Server Protocol's framing: a Content-Length header."""
    from pylsp_jsonrpc.endpoint import Endpoint
    from pylsp_jsonrpc.streams import JsonRpcStreamReader, JsonRpcStreamWriter

    connection = connect()
    connection.settimeout(None)
    stream = connection.makefile("rwb")
    endpoint = Endpoint({}, JsonRpcStreamWriter(stream).write)
    reader = JsonRpcStreamReader(stream)
    threading.Thread(target=reader.listen, args=(endpoint.consume,), daemon=True).start()
    return endpoint.request("events.count", {"by": "type"}).result(timeout=10)["total"]


def web3():
    """Ethereum's client: sends one request and reads until what it has is JSON."""
    from web3 import IPCProvider

    provider = IPCProvider(PATH, timeout=10)
    return provider.make_request("events.count", {"by": "type"})["result"]["total"]


def main():
    failed = False
    for client in (socat, jsonrpcclient, pyln, lsp, web3):
        try:
            print(f"{client.__name__:14} ok, {client()} events")
        except ImportError as error:
            print(f"{client.__name__:14} not installed: {error}")
        except Exception as error:  # whatever a foreign client throws is the finding
            print(f"{client.__name__:14} FAILED: {type(error).__name__}: {error}")
            failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
