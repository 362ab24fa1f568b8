// Stands first in the embed's script: where it may load from, now that its address is known. In a frame without an
// origin WebKit takes the policy's 'self' for nothing, so a build that knows no address leaves the host open.
{
  const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]");
  const content = policy.content.replaceAll("'self' http: https:", location.origin);
  if (content !== policy.content) policy.after(Object.assign(policy.cloneNode(), { content }));
}
