// expect: value:{"\u202eabc":"a\u200b\u2066b","\udb40\udc49":"\udb40\udc69\ufeff","\u00ad":"\u034f\u3164"}
// purpose: tag characters, marks of direction and joiners in keys and values are data, and unchanged
// class: result-serialisation
// ---
return { "\u202eabc": "a\u200b\u2066b", "\u{e0049}": "\u{e0069}\ufeff", "\u00ad": "\u034f\u3164" };
