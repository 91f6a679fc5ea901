"""The vendor's document, or the description made of the facts; amended, compared, validated."""

from __future__ import annotations

import copy
import json
from typing import Any

import facts
import jsonschema
from vendor import PEC_DOCUMENT

OWN_STATUSES = (400, 401, 403, 405, 411, 413, 414)
"""What every server may answer although the document names it nowhere."""

_REFUSAL = {
    "type": "object",
    "required": ["data", "success", "message", "error"],
    "properties": {
        "data": {"nullable": True, "type": "object"},
        "success": {"type": "boolean", "enum": [False]},
        "message": {"type": "string"},
        "error": {"type": "integer"},
    },
}


def load() -> dict[str, Any]:
    """Return the vendor's document if it is at hand, else the facts' description of it."""
    if PEC_DOCUMENT.is_file():
        found: dict[str, Any] = json.loads(PEC_DOCUMENT.read_text("utf-8"))
        return found
    return facts.describe()


def amended(document: dict[str, Any]) -> dict[str, Any]:
    """Return a copy in which the examples win, errors have a schema and own statuses are allowed.

    The examples say ``error: null`` and ``callback: false`` where the schemas say integer and
    object. A wrong `anni` and an empty wallet at renewal are not documented but must be refused.
    """
    document = copy.deepcopy(document)
    schemas = document["components"]["schemas"]
    schemas["Refusal"] = _REFUSAL
    for name in ("Casella", "RichiestaComunicazionePec"):
        callback = schemas[name]["properties"]["callback"]
        schemas[name]["properties"]["callback"] = {
            "oneOf": [callback, {"type": "boolean", "enum": [False]}]
        }
    for operation in operations(document).values():
        for response in operation["responses"].values():
            for kind, content in response.get("content", {}).items():
                if "schema" not in content:
                    content["schema"] = {"$ref": "#/components/schemas/Refusal"}
                elif kind == "application/json":
                    content["schema"]["properties"]["error"]["nullable"] = True
        for status in OWN_STATUSES:
            operation["responses"].setdefault(str(status), _refusal(status))
    renewal = operations(document)["GET", "/pec/{id}/rinnovo"]
    renewal["responses"].setdefault("402", _refusal(402))
    return document


def operations(document: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the operations by (METHOD, path)."""
    return {
        (method.upper(), path): operation
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }


def essence(document: dict[str, Any]) -> dict[str, Any]:
    """Reduce a document to what `facts` holds, so that two of them can be compared."""
    return {
        "servers": [server["url"] for server in document["servers"]],
        "security": document["security"],
        "operations": {
            " ".join(key): _operation(document, operation)
            for key, operation in operations(document).items()
        },
    }


def check(document: dict[str, Any], schema: dict[str, Any], value: object) -> None:
    """Validate `value`; a key that the schema does not name is an error too."""
    jsonschema.validate(value, _json_schema(document, schema))


def _refusal(status: int) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    return {"description": str(status), "content": content}


def _operation(document: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    body = operation.get("requestBody")
    return {
        "parameters": [
            (found["name"], found["in"], found["required"], found["schema"]["type"])
            for found in operation.get("parameters", [])
        ],
        "body": body and (body["required"], _contents(document, body["content"])),
        "responses": {
            status: _contents(document, response.get("content", {}))
            for status, response in operation["responses"].items()
        },
    }


def _contents(document: dict[str, Any], contents: dict[str, Any]) -> dict[str, Any]:
    return {
        kind: _bare(document, content["schema"])
        if kind != "text/plain" and "schema" in content
        else content.get("example", content.get("schema", {}).get("example"))
        for kind, content in contents.items()
    }


_TELLING = ("type", "format", "multipleOf")


def _bare(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Resolve references and leave out what is only explanation; sort what has no order."""
    schema = _resolved(document, schema)
    bare = {name: schema[name] for name in _TELLING if name in schema}
    for name in ("enum", "required"):
        if name in schema:
            bare[name] = sorted(schema[name])
    if "properties" in schema:
        bare["properties"] = {
            name: _bare(document, inner) for name, inner in schema["properties"].items()
        }
    if "items" in schema:
        bare["items"] = _bare(document, schema["items"])
    if "oneOf" in schema:
        bare["oneOf"] = [_bare(document, inner) for inner in schema["oneOf"]]
    return bare


def _json_schema(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Turn an OpenAPI 3.0 schema into a closed JSON Schema."""
    schema = _resolved(document, schema)
    bare = {name: schema[name] for name in (*_TELLING, "enum", "required") if name in schema}
    if "properties" in schema:
        bare["additionalProperties"] = False
        bare["properties"] = {
            name: _json_schema(document, inner) for name, inner in schema["properties"].items()
        }
    if "items" in schema:
        bare["items"] = _json_schema(document, schema["items"])
    if "oneOf" in schema:
        bare["oneOf"] = [_json_schema(document, inner) for inner in schema["oneOf"]]
    if schema.get("nullable"):
        bare["type"] = [schema["type"], "null"]
    return bare


def _resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: dict[str, Any] = document["components"]["schemas"][reference.rpartition("/")[2]]
    return found
