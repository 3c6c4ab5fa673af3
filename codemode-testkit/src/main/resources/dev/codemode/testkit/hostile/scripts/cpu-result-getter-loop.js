// expect: timeout
// purpose: a getter of the result that never returns
// class: cpu-exhaustion
// ---
return { title: "x", get body() { for (;;); } };
