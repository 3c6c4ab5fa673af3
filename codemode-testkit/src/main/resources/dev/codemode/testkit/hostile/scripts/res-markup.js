// expect: value:["</script><script>alert(1)</script>","{{costliest}}","${7*7}","<img src=x onerror=alert(1)>","![x](https://evil.example/?q=1)","]]>","%s%n","\u001b]8;;https://evil.example\u0007x"]
// purpose: markup, holes of templates, ends of scripts and links are text
// class: result-serialisation
// ---
const marks = ["</script><script>alert(1)</script>", "{{costliest}}", "${7*7}", "<img src=x onerror=alert(1)>", "![x](https://evil.example/?q=1)", "]]>", "%s%n", "\u001b]8;;https://evil.example\u0007x"];
marks.forEach((mark) => console.log(mark, mark)); return marks;
