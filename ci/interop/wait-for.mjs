// Waits until something answers HTTP at a URL: node wait-for.mjs URL SECONDS
const [url, seconds] = process.argv.slice(2);
const deadline = Date.now() + Number(seconds) * 1000;
for (;;) {
  try {
    await fetch(url, { method: "GET" });
    break;
  } catch (error) {
    if (Date.now() > deadline) {
      console.error(`Nothing answered at ${url} within ${seconds} s: ${error.message}`);
      process.exit(1);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
