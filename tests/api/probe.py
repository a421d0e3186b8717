# SPDX-License-Identifier: EUPL-1.2
"""What of the API Design Rules and of RFC 9110 only a running service shows: each check bears the rule that it looks at.

The service is asked what its own description says that it has, so a new operation is probed without a line here.
"""

import json
import re

TIME = re.compile(r"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}")
TIME_IN_UTC = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$")
SITE = {"Origin": "https://intranet.example"}


def probe(service, document, hold):
    """Holds everything against the rules; `hold(truth, what)` counts."""
    version = document["info"]["version"]
    description(service, document, version, hold)
    for path, operations in document["paths"].items():
        address = f"{service.base}{filled(path, operations)}"
        methods(service, address, operations, hold)
        if "get" in operations:
            reading(service, asked(operations["get"]), hold)
    for request, status in every_request(document):
        common(service.ask(**request), (request, status), version, hold)
    languages(service, document, hold)
    pages(service, hold)


def asked(operation):
    """The address of the sound example of an operation."""
    return next(iter(operation["responses"]["200"]["content"].values()))["examples"]["asked"]["x-request"]["path"]


def filled(path, operations):
    operation = next(iter(operations.values()))
    names = {
        param["name"]: str(param["example"])
        for param in operation["parameters"]
        if param.get("in") == "path" and "example" in param
    }
    return re.sub(r"\{(\w+)\}", lambda name: names[name[1]], path)


def examples_of(document, content):
    for example in content.get("examples", {}).values():
        yield document["components"]["examples"][example["$ref"].rsplit("/", 1)[1]] if "$ref" in example else example


def every_request(document):
    """Every request of an example, with the status that it is said to have."""
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                for content in answer.get("content", {}).values():
                    for example in examples_of(document, content):
                        if "x-request" in example:
                            yield example["x-request"], int(status)


def description(service, document, version, hold):
    answer = service.ask("GET", f"{service.base}/openapi.json", SITE)
    hold(answer.status == 200 and answer.header("access-control-allow-origin") == "*", "/core/publish-openapi: open to all")
    hold(document["openapi"] == "3.0.3", "/core/doc-openapi: OpenAPI 3.0.3")
    hold(service.base.rsplit("/v", 1)[-1] == version.split(".")[0], "/core/uri-version: the base holds the major version")
    hold(document["servers"][0]["url"] == service.base, "the document names its own base")


def common(answer, of, version, hold):
    """What every answer carries, good or bad."""
    request, status = of
    name = f"{request['method']} {request['path']}"
    hold(answer.status == status, f"/core/http-response-code: {name} is {status}, not {answer.status}")
    hold(answer.header("api-version") == version, f"/core/version-header: {name}")
    hold(answer.header("x-content-type-options") == "nosniff", f"/core/transport/security-headers: nosniff, {name}")
    hold("frame-ancestors 'none'" in answer.header("content-security-policy"), f"/core/transport/security-headers: {name}")
    hold(answer.header("x-frame-options") == "DENY", f"/core/transport/security-headers: no frames, {name}")
    hold(answer.header("cache-control") != "", f"/core/transport/security-headers: Cache-Control, {name}")
    hold(answer.header("access-control-allow-origin") == "*", f"/core/transport/cors: {name}")
    exposed = answer.header("access-control-expose-headers").lower()
    hold("api-version" in exposed and "etag" in exposed, f"/core/transport/cors: headers can be read, {name}")
    telling = re.search(r"\d", answer.header("server")) or answer.header("x-powered-by")
    hold(not telling, f"/core/hide-implementation: {name}")
    if status >= 400:
        body = answer.json()
        hold(answer.kind == "application/problem+json", f"/core/error-handling/problem-details: media type, {name}")
        whole = body.get("status") == status and all(body.get(key) for key in ("type", "title", "detail"))
        hold(whole, f"/core/error-handling/problem-details: members, {name}")
        hold(answer.header("cache-control") == "no-store", f"a problem is kept nowhere: {name}")
        page = service_page(answer, body)
        hold(page.status == 200 and page.kind == "text/html", f"RFC 9457: {body.get('type')} answers with a page")
    else:
        hold(answer.kind == "application/json", f"content type: {name}")
        wrong = [text for text in texts(answer.json()) if TIME.match(text) and not TIME_IN_UTC.match(text)]
        hold(not wrong, f"/core/date-time/timezone: UTC in RFC 3339, {name} {wrong[:3]}")


def service_page(answer, body):
    return answer.service.ask("GET", body.get("type", "/"))


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def methods(service, address, operations, hold):
    """Other methods, a slash at the end, and what a browser asks before it asks."""
    slash = service.ask("GET", f"{address}/")
    hold(slash.status == 404, f"/core/no-trailing-slash: {address}/ is {slash.status}")
    known = {method.upper() for method in operations} | {"OPTIONS"}
    # This address is also that of a term with this id, which is read.
    known |= {"GET", "HEAD"} if "get" in operations or address.endswith("/terms/lookup") else set()
    for method in ("PUT", "PATCH", "DELETE"):
        answer = service.ask(method, address)
        allowed = set(answer.header("allow").split(", "))
        hold(answer.status == 405 and allowed == known, f"/core/http-methods: {method} {address} allows {allowed}")
    before = service.ask("OPTIONS", address, {**SITE, "Access-Control-Request-Method": "GET"})
    hold(before.status == 204 and "GET" in before.header("access-control-allow-methods"), f"/core/transport/cors: {address}")


def reading(service, address, hold):
    """HEAD, the entity tag, and forms that are not there (RFC 9110)."""
    first, again = service.ask("GET", address), service.ask("GET", address)
    tag = first.header("etag")
    hold(first.body == again.body, f"/core/http-safety: the same again, {address}")
    head = service.ask("HEAD", address)
    hold(head.status == 200 and not head.body and head.header("etag") == tag, f"/core/http-methods: HEAD {address}")
    hold(re.fullmatch(r'"[^"]+"', tag), f"RFC 9110: a strong entity tag, {address}")
    for known in (tag, f"W/{tag}", "*", f'"x", {tag}'):
        answer = service.ask("GET", address, {"If-None-Match": known})
        same = answer.header("etag") == tag and answer.header("api-version") == first.header("api-version")
        hold(answer.status == 304 and not answer.body and same, f"RFC 9110: 304 for {known}, {address}")
    hold(service.ask("GET", address, {"If-None-Match": '"x"'}).status == 200, f"RFC 9110: another tag, {address}")
    hold(service.ask("GET", address, {"Accept": "image/png"}).status == 406, f"406 for another form, {address}")


def languages(service, document, hold):
    """`?lang=` comes before `Accept-Language`; both choose the language of a problem."""
    wrong = f"{service.base}/nergens"
    for query, accept, lang in (
        ("", "", "nl"),
        ("", "en-GB, en;q=0.9", "en"),
        ("", "nl, en;q=0.5", "nl"),
        ("?lang=en", "", "en"),
        ("?lang=nl", "en", "nl"),
    ):
        answer = service.ask("GET", wrong + query, {"Accept-Language": accept} if accept else {})
        said = answer.header("content-language") == lang and "accept-language" in answer.header("vary").lower()
        hold(said and ("Unknown path" in answer.json()["title"]) == (lang == "en"), f"problems speak {lang}: {query} {accept}")
    listed = service.ask("GET", f"{service.base}/problems").json()["problems"]
    for problem in listed:
        for lang, title in (("nl", problem["title"]), ("en", problem["titleEnglish"])):
            page = service.ask("GET", f"{problem['type']}?lang={lang}")
            hold(page.status == 200 and title in page.text, f"{problem['type']} has a page in {lang}")
    known = {problem["type"] for problem in listed}
    met = {example["value"]["type"] for answer in problems_of(document) for example in examples_of(document, answer)}
    hold(met <= known, f"every problem of the description is listed: {met - known}")


def problems_of(document):
    for operations in document["paths"].values():
        for operation in operations.values():
            for answer in operation["responses"].values():
                if "application/problem+json" in answer.get("content", {}):
                    yield answer["content"]["application/problem+json"]


def pages(service, hold):
    """Pages as a scanner of government sites looks at them, and security.txt (RFC 9116)."""
    for accept, lang in (("", "nl"), ("en", "en")):
        page = service.ask("GET", "/", {"Accept-Language": accept} if accept else {})
        hold(f'<html lang="{lang}"' in page.text and page.header("content-language") == lang, f"a page speaks {lang}")
        hold("accept-language" in page.header("vary").lower(), "a page says that it hangs on Accept-Language")
    policy = {part.split()[0]: part.split()[1:] for part in page.header("content-security-policy").split(";") if part.strip()}
    for name in ("default-src", "base-uri", "form-action", "frame-ancestors"):
        bounded = name in policy and not {"*", "http:", "https:"} & set(policy[name])
        hold(bounded, f"/core/transport/security-headers: {name} of a page is bounded")
    hold("unsafe" not in page.header("content-security-policy"), "/core/transport/security-headers: nothing unsafe on a page")
    hold(page.header("referrer-policy") == "no-referrer", "/core/transport/security-headers: no referrer")
    contact = service.ask("GET", "/.well-known/security.txt")
    fields = [line.split(":", 1)[0] for line in contact.text.splitlines()]
    whole = contact.kind == "text/plain" and "Contact" in fields and fields.count("Expires") == 1
    hold(contact.status == 200 and whole, "RFC 9116: security.txt")


def examples(service, document, hold):
    """Every example is what the service answers now: the same JSON; of a shortened one, lists go on where it stops."""
    count = 0
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                for kind, content in answer.get("content", {}).items():
                    told = list(examples_of(document, content))
                    hold(told, f"{operation['operationId']} {status} has an example")
                    for example in told:
                        if "x-request" not in example:
                            continue
                        count += 1
                        request = example["x-request"]
                        now = service.ask(**request)
                        fits = begins if example.get("x-shortened") else same
                        true = now.status == int(status) and now.kind == kind and fits(example["value"], now.json())
                        hold(true, f"the example of {operation['operationId']} {status}: {request['method']} {request['path']}")
    hold(count > 100, f"{count} examples were asked again")


def same(example, now):
    # Also the order of members: the text of the two is the same.
    return json.dumps(example) == json.dumps(now)


def begins(example, now):
    """Whether a shortened example is how the answer begins."""
    def fits(name):
        own, real = example[name], now.get(name)
        return own == (real[: len(own)] if isinstance(own, list) else real)

    return bool(example) and all(fits(name) for name in example)
