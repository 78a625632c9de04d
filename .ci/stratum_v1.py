"""A Stratum V1 miner, for .ci/peers: stratum_v1.py PORT SHARES. It mines until the proxy has accepted that many shares."""

import hashlib
import json
import socket
import struct
import sys


def sha(data):
    return hashlib.sha256(hashlib.sha256(data).digest()).digest()


def main(port, wanted):
    proxy = socket.create_connection(("127.0.0.1", port), timeout=60)
    lines = proxy.makefile("rw", newline="\n")

    def call(number, method, *params):
        lines.write(json.dumps({"id": number, "method": method, "params": params}) + "\n")
        lines.flush()

    call(1, "mining.subscribe", "pool-codec")
    call(2, "mining.authorize", "v1.rig", "x")
    job = target = extranonce1 = None
    submitted = accepted = rejected = counter = 0
    while True:
        # Reads until there is work, and one answer for each share.
        while job is None or target is None or extranonce1 is None or submitted > accepted + rejected:
            message = json.loads(lines.readline())
            method, params = message.get("method"), message.get("params")
            if method == "mining.set_difficulty":
                target = int(0xFFFF * 2**208 / params[0])
            elif method == "mining.notify":
                job = params
            elif method == "mining.set_extranonce":
                extranonce1, size = bytes.fromhex(params[0]), params[1]
            elif message.get("id") == 1:
                extranonce1, size = bytes.fromhex(message["result"][1]), message["result"][2]
            elif (message.get("id") or 0) > 2:
                accepted += bool(message["result"])
                rejected += not message["result"]
        if accepted >= wanted:
            break
        name, previous, coinbase1, coinbase2, branches, version, bits, time = job[:8]
        counter += 1
        extranonce2 = counter.to_bytes(size, "little")
        root = sha(bytes.fromhex(coinbase1) + extranonce1 + extranonce2 + bytes.fromhex(coinbase2))
        for branch in branches:
            root = sha(root + bytes.fromhex(branch))
        # The hash of the block before comes as words in the other order.
        words = struct.unpack(">8I", bytes.fromhex(previous))
        header = struct.pack("<I8I", int(version, 16), *words) + root
        header += struct.pack("<II", int(time, 16), int(bits, 16))
        for nonce in range(1 << 20):
            if int.from_bytes(sha(header + struct.pack("<I", nonce)), "little") <= target:
                submitted += 1
                call(submitted + 2, "mining.submit", "v1.rig", name, extranonce2.hex(), time, f"{nonce:08x}")
                break
    print(f"stratum_v1: {accepted} of {submitted} shares accepted, {rejected} rejected")


main(int(sys.argv[1]), int(sys.argv[2]))
