/** Conventions first: what is unusual here has its decision record in docs/decisions. */
/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  reactCompiler: true,
  poweredByHeader: false,
  typedRoutes: false,
  // `npm test` checks the types, of tests and scripts too; a start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // No user-given URL is ever fetched by the server, so the image optimiser has no work and no attack surface.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pdfkit", "pino", "sharp"],
};

export default config;
