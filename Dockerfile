# One image, one process tree: the application, its worker and, unless DATABASE_URL is set, its PostgreSQL.
FROM node:20-bookworm-slim
WORKDIR /peyvand
COPY package.json package-lock.json .npmrc ./
# Install scripts are not run: none is needed, and one would download a program.
RUN npm ci --include=dev --ignore-scripts
COPY . .
RUN npm run build
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/peyvand/data
VOLUME /var/lib/peyvand
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --start-period=120s CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "scripts/start.mjs"]
