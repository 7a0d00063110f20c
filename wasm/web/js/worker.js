// A browser without workers, or one that is told to start none, throws: that can't be said with embind's val without
// exceptions.
addToLibrary({
  // A Worker, or null.
  parley_worker_start__deps: ['$Emval'],
  parley_worker_start: (address) => {
    try {
      return Emval.toHandle(new Worker(Emval.toValue(address)));
    } catch {
      return Emval.toHandle(null);
    }
  },
});
