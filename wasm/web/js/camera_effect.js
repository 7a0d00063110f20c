// A track that has ended can't be read and throws, and frames come through streams and promises that reject: neither
// can be said with embind's val without exceptions.
addToLibrary({
  // For browsers that don't give a track's pictures as they come (Firefox): a <video> and a canvas that nobody sees. The
  // worker's clock asks for each picture.
  $effectByCanvas: (track, worker) => {
    const video = document.createElement('video');
    const canvas = document.createElement('canvas');
    const onto = canvas.getContext('bitmaprenderer');
    video.muted = video.playsInline = true;
    video.srcObject = new MediaStream([track]);
    video.play().catch(() => {});
    worker.addEventListener('message', async ({ data }) => {
      if (data.kind === 'picture') {
        canvas.width = data.picture.width;
        canvas.height = data.picture.height;
        onto.transferFromImageBitmap(data.picture);
      } else if (data.kind === 'ask') {
        const bitmap = video.videoWidth > 0 ? await createImageBitmap(video).catch(() => null) : null;
        worker.postMessage({ kind: 'frame', bitmap }, bitmap ? [bitmap] : []);
      }
    });
    return {
      track: canvas.captureStream().getVideoTracks()[0],
      close: () => {
        video.srcObject = null;
      },
    };
  },

  // `{ worker, track, close }`, or null where a browser can do nothing of this. `effect` is for the worker.
  parley_effect_open__deps: ['$Emval', '$effectByCanvas'],
  parley_effect_open: (address, track_handle, effect_handle) => {
    const track = Emval.toValue(track_handle);
    try {
      // Emscripten's optimiser reads no defaults inside of braces.
      const size = track.getSettings();
      const [width, height] = [size.width ?? 0, size.height ?? 0];
      const message = { kind: 'start', effect: Emval.toValue(effect_handle), portrait: height > width };
      const worker = new Worker(Emval.toValue(address), { type: 'module' });
      const streams = typeof MediaStreamTrackProcessor === 'function' && typeof MediaStreamTrackGenerator === 'function';
      if (!streams) {
        const { track: made, close } = effectByCanvas(track, worker);
        worker.postMessage(message);
        return Emval.toHandle({ worker, track: made, close });
      }
      // An older picture is of no use when a newer one is there.
      const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 });
      const made = new MediaStreamTrackGenerator({ kind: 'video' });
      worker.postMessage({ ...message, readable, writable: made.writable }, [readable, made.writable]);
      return Emval.toHandle({ worker, track: made, close: () => {} });
    } catch {
      return Emval.toHandle(null);
    }
  },
});
