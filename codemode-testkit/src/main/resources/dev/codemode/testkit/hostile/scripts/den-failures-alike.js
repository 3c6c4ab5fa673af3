// expect: no-escape
// purpose: failures of hidden and of unknown operations are alike in name, text and properties
// class: denied-operations
// ---
const failure = async (name) => {
  try { await api.items[name]({ id: "1" }); return "none"; } catch (e) {
    return JSON.stringify([e.name, e.message, e.constructor.name, String(e.stack).split("\n")[0], Reflect.ownKeys(e).map(String).sort(), String(e.cause), e.code, e.status]).replaceAll(name, "NAME");
  }
};
const hidden = await failure("remove"), nothing = await failure("zqxwvy");
return hidden === nothing ? "alike" : "ESCAPED:" + hidden + " and " + nothing;
