"""A door of Kafka's protocol that asks who comes: SASL PLAIN and SCRAM, TLS, client certificates; behind it is a cluster of
one broker without topics. User alice, password s3cret. Arguments: port, mechanism or "-", and for TLS certificate, key, and the
authority of clients or "-"."""
import base64, hashlib, hmac, os, socketserver, ssl, struct, sys

PORT, MECHANISM, TLS = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
SALT, ROUNDS, PASSWORD = b"salt of alice", 4096, b"s3cret"

def text(value):
    return struct.pack(">h", len(value)) + value.encode()

def scram(hash_name):
    """The server's side of RFC 5802: yields what it says, and ends with whether the client has proven itself."""
    first = (yield None).decode().split(",", 2)[2]
    nonce = dict(part.split("=", 1) for part in first.split(","))["r"] + base64.b64encode(os.urandom(12)).decode()
    server_first = f"r={nonce},s={base64.b64encode(SALT).decode()},i={ROUNDS}"
    final = (yield server_first.encode()).decode()
    bare, proof = final.rsplit(",p=", 1)
    salted = hashlib.pbkdf2_hmac(hash_name, PASSWORD, SALT, ROUNDS)
    client_key = hmac.digest(salted, b"Client Key", hash_name)
    signed = f"{first},{server_first},{bare}".encode()
    signature = hmac.digest(hashlib.new(hash_name, client_key).digest(), signed, hash_name)
    expected = bytes(a ^ b for a, b in zip(client_key, signature))
    if not hmac.compare_digest(base64.b64decode(proof), expected):
        yield False
    server_key = hmac.digest(salted, b"Server Key", hash_name)
    yield b"v=" + base64.b64encode(hmac.digest(server_key, signed, hash_name))

class Door(socketserver.StreamRequestHandler):
    def handle(self):
        self.known, self.talk = MECHANISM == "-", None
        while head := self.rfile.read(4):
            request = self.rfile.read(struct.unpack(">i", head)[0])
            key, version, correlation, client = struct.unpack(">hhih", request[:10])
            answer = self.answer(key, version, request[10 + max(client, 0):])
            if answer is None:
                return
            self.wfile.write(struct.pack(">ii", len(answer) + 4, correlation) + answer)

    def answer(self, key, version, body):
        if key == 18:
            known = [(0, 0, 3), (3, 0, 2), (17, 0, 1), (18, 0, 0), (36, 0, 0)]
            listed = struct.pack(">i", len(known)) + b"".join(struct.pack(">hhh", *each) for each in known)
            return struct.pack(">h", 35 if version > 0 else 0) + listed
        if key == 17:
            asked = body[2:2 + struct.unpack(">h", body[:2])[0]].decode()
            if asked.startswith("SCRAM"):
                self.talk = scram({"SCRAM-SHA-256": "sha256", "SCRAM-SHA-512": "sha512"}[asked])
                next(self.talk)
            return struct.pack(">hi", 0 if asked == MECHANISM else 33, 1) + text(MECHANISM)
        if key == 36:
            said = self.prove(body[4:])
            self.known = said is not False and (self.talk is None or said.startswith(b"v="))
            error = struct.pack(">h", 58) + text("the door does not know you") if said is False else struct.pack(">hh", 0, -1)
            return error + struct.pack(">i", len(said or b"")) + (said or b"")
        if key == 3 and self.known:
            broker = struct.pack(">ii", 1, 1) + text("127.0.0.1") + struct.pack(">ih", PORT, -1)
            return broker + text("guarded") + struct.pack(">ii", 1, 0)
        return None

    def prove(self, said):
        if self.talk:
            return self.talk.send(said)
        return b"" if said == b"\0alice\0" + PASSWORD else False

class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True

    def get_request(self):
        connection, address = self.socket.accept()
        if TLS:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(TLS[0], TLS[1])
            if TLS[2] != "-":
                context.verify_mode = ssl.CERT_REQUIRED
                context.load_verify_locations(TLS[2])
            connection = context.wrap_socket(connection, server_side=True)
        return connection, address

    def handle_error(self, request, address):
        pass

server = Server(("127.0.0.1", PORT), Door)
print("open", flush=True)
server.serve_forever()
