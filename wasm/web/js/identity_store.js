// IndexedDB speaks events and throws where site data is blocked, and a Web Lock is held by a promise that never
// settles: neither can be said with embind's val without exceptions. Here both become promises that never reject.
addToLibrary({
  $identityStore: (mode, act) =>
    new Promise((resolve) => {
      try {
        const opening = indexedDB.open('parley', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('identities');
        opening.onerror = opening.onblocked = () => resolve(undefined);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('identities', mode);
          const request = act(transaction.objectStore('identities'));
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(request.result);
          };
          transaction.onerror = transaction.onabort = () => resolve(undefined);
        };
      } catch {
        resolve(undefined);
      }
    }),

  // Promise of what is stored under `name`, or undefined.
  parley_identity_load__deps: ['$identityStore', '$Emval'],
  parley_identity_load: (name) => {
    const key = Emval.toValue(name);
    return Emval.toHandle(identityStore('readonly', (store) => store.get(key)));
  },

  // Promise of nothing, settled once `value` is kept under `name` or could not be.
  parley_identity_save__deps: ['$identityStore', '$Emval'],
  parley_identity_save: (name, value) => {
    const key = Emval.toValue(name);
    const kept = Emval.toValue(value);
    return Emval.toHandle(identityStore('readwrite', (store) => store.put(kept, key)));
  },

  // Forgets what was last used before a moment (since the Unix epoch), unless a page holds its lock.
  parley_identity_sweep__deps: ['$identityStore', '$Emval'],
  parley_identity_sweep: (lock_prefix, used_before_ms) => {
    const prefix = Emval.toValue(lock_prefix);
    const sweep = async () => {
      const { held, pending } = await navigator.locks.query();
      const locked = new Set([...held, ...pending].map(({ name }) => name));
      await identityStore('readwrite', (store) => {
        const request = store.openCursor();
        request.onsuccess = () => {
          const cursor = request.result;
          if (!cursor) return;
          const used = cursor.value.used_ms >= used_before_ms || locked.has(prefix + cursor.key);
          if (!used) cursor.delete();
          cursor.continue();
        };
        return request;
      });
    };
    // Without locks nobody can tell what is in use, so all of it stays.
    sweep().catch(() => {});
  },

  // Promise of whether the lock `name` is this page's for as long as it lives.
  parley_lock_hold__deps: ['$Emval'],
  parley_lock_hold: (name) => {
    const lock_name = Emval.toValue(name);
    return Emval.toHandle(
      new Promise((resolve) => {
        const hold = (lock) => {
          resolve(lock !== null);
          return lock && new Promise(() => {});
        };
        Promise.resolve()
          .then(() => navigator.locks.request(lock_name, { ifAvailable: true }, hold))
          .catch(() => resolve(true));
      }),
    );
  },
});
