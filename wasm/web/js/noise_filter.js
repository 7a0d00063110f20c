// Web Audio throws where a browser lacks a part or a rate, and its promises reject: neither can be said with embind's
// val without exceptions.
addToLibrary({
  // `{ track, trouble, close }`: the filtered track, a promise of why it does not work (empty when it does), and what
  // ends it; null where a browser has nothing of this.
  parley_noise_filter_open__deps: ['$Emval'],
  parley_noise_filter_open: (worklet_handle, code_handle, track_handle) => {
    const worklet = Emval.toValue(worklet_handle);
    const code_address = Emval.toValue(code_handle);
    const track = Emval.toValue(track_handle);
    const rate_hz = 48_000;  // the only one that RNNoise knows
    try {
      const context = new AudioContext({ sampleRate: rate_hz, latencyHint: 'interactive' });
      const output = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      const source = context.createMediaStreamSource(new MediaStream([track]));
      const load = async () => {
        const answer = await fetch(code_address);
        if (!answer.ok) throw new Error();
        const [code] = await Promise.all([answer.arrayBuffer(), context.audioWorklet.addModule(worklet)]);
        return code;
      };
      const start = async () => {
        const code = await load().catch(() => null);
        if (!code) return 'not-loaded';
        const node = new AudioWorkletNode(context, 'noise-filter', {
          channelCount: 1,
          channelCountMode: 'explicit',
          outputChannelCount: [1],
          processorOptions: { code },
        });
        const said = new Promise((resolve) => {
          node.port.onmessage = ({ data }) => resolve(data);
          node.onprocessorerror = () => resolve('unsupported');
        });
        source.connect(node).connect(output);
        await context.resume();
        return said;
      };
      return Emval.toHandle({
        track: output.stream.getAudioTracks()[0],
        trouble: start().catch(() => 'unsupported'),
        close: () => context.close().catch(() => {}),
      });
    } catch {
      return Emval.toHandle(null);
    }
  },
});
