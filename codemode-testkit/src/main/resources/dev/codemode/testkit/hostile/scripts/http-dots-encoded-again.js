// expect: no-escape
// purpose: dots and slashes encoded up to six times over, alone and between others, must not leave the route
// class: http-injection-ssrf
// needs: items.get
// ---
const again = (text, times) => { for (let i = 0; i < times; i++) text = i === 0 ? [...text].map((c) => "%" + c.charCodeAt(0).toString(16).padStart(2, "0")).join("") : text.replaceAll("%", "%25"); return text; };
const out = [];
for (const piece of [".", "..", "../", "/..", "..\\"]) {
  for (let times = 0; times <= 6; times++) {
    for (const id of [again(piece, times), again(piece, times).toUpperCase() + "admin"]) {
      try { await api.items.get({ id }); out.push("sent"); } catch (e) { out.push("refused"); }
    }
  }
}
return out.length;
