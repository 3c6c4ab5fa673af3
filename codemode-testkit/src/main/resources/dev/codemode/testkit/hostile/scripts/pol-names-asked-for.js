// expect: no-escape|error
// purpose: asks for as many services that do not exist as it may and leaves marks on what it gets
// class: cross-execution-state
// ---
for (let i = 0; i < 90; i++) { try { const service = api["n" + i]; service.mark = "ESCAPED:kept"; service.list = async () => "ESCAPED:kept"; Object.getPrototypeOf(service).mark = "ESCAPED:kept"; } catch (e) {} }
try { api.items.list.mark = "ESCAPED:kept"; api.items.mark = "ESCAPED:kept"; api.mark = "ESCAPED:kept"; } catch (e) {} return "asked";
