# Reads every resource of a list as an app in Python with the Debian package python3-requests would: once whole, and again
# with the entity tag it was given. All goes over connections that are kept, so that a response which is not framed
# as HTTP says holds up the next one. The argument is a JSON object {gateway, token, resources: [{path, secured, tagged}]}.
# Prints a line for each fault, and at last how many resources were read.
import json
import sys

import requests

# As long as a service may take on a busy machine; a response that never ends takes all of it.
TIMEOUT = 20

task = json.loads(sys.argv[1])
session = requests.Session()


def ask(method, resource, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    if resource["secured"]:
        headers["Authorization"] = "Bearer " + task["token"]
    if resource.get("accept"):
        headers["Accept"] = resource["accept"]
    return session.request(
        method, task["gateway"] + resource["path"], headers=headers, timeout=TIMEOUT, allow_redirects=False
    )


def faults(resource):
    whole = ask("GET", resource)
    if whole.status_code != 200:
        yield f"GET is {whole.status_code}: {whole.text[:200]}"
        return
    head = ask("HEAD", resource)
    if head.status_code != 200 or head.content:
        yield f"HEAD is {head.status_code} with {len(head.content)} bytes"
    if "Transfer-Encoding" in head.headers:
        yield "HEAD has Transfer-Encoding"
    if head.headers.get("Content-Type") != whole.headers.get("Content-Type"):
        yield f"HEAD is {head.headers.get('Content-Type')}, GET is {whole.headers.get('Content-Type')}"
    tag = whole.headers.get("ETag")
    if tag is None:
        if resource["tagged"]:
            yield "GET has no ETag"
        return
    for method in "GET", "HEAD":
        unchanged = ask(method, resource, If_None_Match=tag)
        if unchanged.status_code != 304:
            yield f"{method} with If-None-Match is {unchanged.status_code}"
        if unchanged.content or "Transfer-Encoding" in unchanged.headers:
            yield f"{method} with If-None-Match has a body or Transfer-Encoding"
    if ask("GET", resource).status_code != 200:
        yield "the request after a 304 fails"


for resource in task["resources"]:
    try:
        for fault in faults(resource):
            print(resource["path"] + ": " + fault)
    except requests.RequestException as problem:
        print(f"{resource['path']}: {type(problem).__name__} {problem}")
        session = requests.Session()
preflight = session.options(
    task["gateway"] + "/v1/schedule",
    headers={"Origin": "https://app.example", "Access-Control-Request-Method": "GET"},
    timeout=TIMEOUT,
)
if preflight.status_code >= 400 or "Transfer-Encoding" in preflight.headers:
    print(f"a preflight is {preflight.status_code} {dict(preflight.headers)}")
print(len(task["resources"]))
