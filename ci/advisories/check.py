"""Compares the output of `mvn dependency:list` with a list of advisories. Usage: check.py ADVISORIES DEPENDENCIES"""
import re
import sys


def version(text):
    """Numbers, then words: 2.21 < 2.21.1, 3.0-rc1 < 3.0."""
    numbers, _, word = text.partition("-")
    parts = [int(part) for part in re.findall(r"\d+", numbers)]
    while parts and parts[-1] == 0:
        parts.pop()
    return parts, not re.match(r"(?i)(alpha|beta|m\d|rc|cr|snapshot)", word)


def dependencies(path):
    found = set()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            match = re.match(r"\s+([\w.-]+:[\w.-]+):(?:jar|pom)(?::[\w-]+)?:([\w.-]+):(?:compile|runtime)", line)
            if match and not match[1].startswith("dev.codemode:"):
                found.add((match[1], match[2]))
    return found


def main(advisories, listed):
    found = dependencies(listed)
    if len(found) < 20:
        sys.exit(f"only {len(found)} dependencies were read: is the list whole?")
    failures, checked = [], 0
    with open(advisories, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line.strip():
                continue
            name, since, fixed, advisory, accepted = line.rstrip("\n").split("\t")
            checked += 1
            concerned = [
                f"{artifact} {has}"
                for artifact, has in sorted(found)
                if (artifact == name or name.endswith(":*") and artifact.startswith(name[:-1]))
                and version(has) >= version(since)
                and (fixed == "-" or version(has) < version(fixed))
            ]
            if concerned and accepted == "-":
                failures.append(f"{advisory}: {', '.join(concerned)}; " + ("there is no fix" if fixed == "-" else f"fixed in {fixed}"))
            if not concerned and accepted != "-":
                failures.append(f"{advisories}:{number}: {advisory} is accepted, but concerns no dependency any more: remove the reason")
    if failures:
        sys.exit("\n".join(failures))
    print(f"{len(found)} dependencies, {checked} advisories: none concerns a dependency without a reason")


main(*sys.argv[1:])
