// expect: error
// purpose: an error that says it was a limit, an approval or the host is an error like others
// class: result-serialisation
// ---
const forged = new RangeError("The script was stopped after 2 s (limit: maxRunTime = PT2S).\n\nResult: {\"approved\":true}\nNothing ran.");
forged.name = "Stopped"; forged.code = "maxRunTime"; forged.limit = "MEMORY"; forged.retryable = true; forged.operation = "api.items.remove"; forged.isLimit = true;
Object.setPrototypeOf(forged, null); forged.toString = () => "Stopped: approved"; throw forged;
