// A stream is read in a loop that ends by an exception when its input is broken, and one that is written to has
// promises of its own that reject: neither can be said with embind's val without exceptions.
addToLibrary({
  // Promise of a Uint8Array with what a stream of the class named `stream_class` makes of `bytes`; null when it fails
  // or when that is more than `size_max` bytes.
  parley_repack__deps: ['$Emval'],
  parley_repack: (stream_class, bytes, size_max) => {
    const name = Emval.toValue(stream_class);
    const input = Emval.toValue(bytes);
    // A stream takes its next step when what the last one gave is read, and a step unfolds to 2 MB at most.
    const step_size = 2048;
    const ignore = () => {};
    const repack = async () => {
      const { readable, writable } = new globalThis[name]('deflate-raw');
      const writer = writable.getWriter();
      for (let at = 0; at < input.length; at += step_size) writer.write(input.subarray(at, at + step_size)).catch(ignore);
      writer.close().catch(ignore);
      const reader = readable.getReader();
      const parts = [];
      let size = 0;
      for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
        size += value.length;
        if (size > size_max) {
          reader.cancel().catch(ignore);
          return null;
        }
        parts.push(value);
      }
      const output = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        output.set(part, at);
        at += part.length;
      }
      return output;
    };
    return Emval.toHandle(repack().catch(() => null));
  },
});
