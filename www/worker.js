// Reads articles beside the page, with the page's own program.

let program;

onmessage = async ({ data: { glue, module, fields, name } }) => {
  try {
    if (glue) {
      program = await import(glue);
      program.initSync({ module });
      postMessage({});
      return;
    }
    const bytes = program.read(fields, name);
    postMessage({ bytes }, [bytes.buffer]);
  } catch {
    postMessage({ failed: true });
  }
};
