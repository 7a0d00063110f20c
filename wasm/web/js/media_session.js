// A browser throws at an action that it does not know, and what it answers when it is told of a device may be a promise
// that rejects: neither can be said with embind's val without exceptions.
addToLibrary({
  // `handler` is called when the person presses what stands for `action`; null: nothing stands for it any more.
  parley_media_session_handle__deps: ['$Emval'],
  parley_media_session_handle: (action, handler) => {
    try {
      navigator.mediaSession.setActionHandler(Emval.toValue(action), Emval.toValue(handler));
    } catch {
      // The call has buttons of its own.
    }
  },

  // Calls `setter`, which not every browser has.
  parley_media_session_tell__deps: ['$Emval'],
  parley_media_session_tell: (setter, active) => {
    const session = navigator.mediaSession;
    const name = Emval.toValue(setter);
    if (!session || typeof session[name] !== 'function') return;
    const tell = async () => session[name](Boolean(active));
    tell().catch(() => {});
  },
});
