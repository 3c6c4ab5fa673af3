// expect: error|no-escape|timeout
// purpose: ten thousand code fences, between which prose and code take turns
// class: source-tricks
// expand: [{"marker": "@@X@@", "unit": "```ts\nreturn 1;\n```\n", "count": 10000}]
// ---
@@X@@
