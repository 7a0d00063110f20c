// Reading or writing localStorage and sessionStorage throws where site data is blocked; a page without memory still
// works, so a failure reads as nothing.
addToLibrary({
  parley_storage_read__deps: ['$Emval'],
  parley_storage_read: (area, key) => {
    try {
      return Emval.toHandle(globalThis[Emval.toValue(area)].getItem(Emval.toValue(key)) ?? '');
    } catch {
      return Emval.toHandle('');
    }
  },

  parley_storage_write__deps: ['$Emval'],
  parley_storage_write: (area, key, text) => {
    try {
      globalThis[Emval.toValue(area)].setItem(Emval.toValue(key), Emval.toValue(text));
    } catch {
      // Nothing is lost but a convenience.
    }
  },
});
