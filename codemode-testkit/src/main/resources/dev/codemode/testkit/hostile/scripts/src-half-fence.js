// expect: error
// purpose: a code fence that opens in the last line and never closes
// class: source-tricks
// ---
Here is the script that you asked for:
```ts
