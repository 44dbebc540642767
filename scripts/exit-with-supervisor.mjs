/**
 * Preloaded into the server by its supervisor: ends it when the supervisor is
 * gone, even by kill -9, instead of leaving it on its port.
 */
if (process.channel) {
  process.on("disconnect", () => process.exit(0));
  // In development Next hands its options to a worker over the channel, which has nothing else to wait for.
  if (!process.env.NEXT_PRIVATE_WORKER) process.channel.unref();
}
