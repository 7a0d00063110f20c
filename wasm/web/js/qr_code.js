// A module that can't be loaded rejects, and one that encodes may throw: neither can be said with embind's val without
// exceptions.
addToLibrary({
  // Promise of `{ size, modules }`, row by row with 1 for dark; of null when it could not be made.
  parley_qr_code_make__deps: ['$Emval'],
  parley_qr_code_make: (address_handle, text_handle) => {
    const address = Emval.toValue(address_handle);
    const text = Emval.toValue(text_handle);
    const make = async () => {
      const { encode } = await import(address);
      // It can be read with 15 % of it covered. The quiet zone is drawn by whoever shows it.
      const { size, data } = encode(text, { ecc: 'M', border: 0 });
      return { size, modules: Uint8Array.from(data.flat(), Number) };
    };
    return Emval.toHandle(make().catch(() => null));
  },
});
