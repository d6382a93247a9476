# Sourced by the commands in this folder: installs what is missing, or says in one sentence what to install.
export KAKEHASHI_ROOT="$PWD" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
  command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.' && return
  say '.NET 10 SDKがありません。https://dotnet.microsoft.com/ の手順で入れてから、もう一度実行してください。'
  exit 1
}

# install PACKAGE...: Debian packages, as root or through sudo.
install() {
  local as=()
  if [ "$(id -u)" -ne 0 ]; then
    if sudo -n true 2>/dev/null; then as=(sudo)
    else say "次の命令で必要なものを入れてから、もう一度実行してください：sudo apt-get install --no-install-recommends $*"; exit 1; fi
  fi
  say "入れています：$*（数分かかることがあります）"
  "${as[@]}" apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get install -y -qq --no-install-recommends "$@" >&2 </dev/null
}

need_postgresql() {
  [ -n "${ConnectionStrings__Cms:-}" ] && return
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || install postgresql
}

# The virus scanner that the forms' attachments may be shown to; used by tests alone, without its signatures.
need_clamd() {
  command -v clamd >/dev/null || [ -x /usr/sbin/clamd ] || install clamav-daemon
}

need_browser() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  fc-list 2>/dev/null | grep -q 'Noto Sans CJK' || missing+=(fonts-noto-cjk fontconfig)
  [ ${#missing[@]} -eq 0 ] || install "${missing[@]}"
}

# Another JOSE implementation, which opens what we seal; used by tests alone.
need_jose() {
  local peer=cms/tests/Kakehashi.Content.Tests/Sealing/jose
  [ -d "$peer/node_modules/jose" ] && return
  command -v npm >/dev/null || install nodejs npm
  say '試験に使うJOSEの実装（npm jose）を入れています。'
  (cd "$peer" && npm ci --no-audit --no-fund --silent >&2)
}

# Checkers of other makers, which judge the public pages: three inside the browser, one over the HTML.
need_checkers() {
  local home=accessibility-tests/checkers
  command -v java >/dev/null || install default-jre-headless
  command -v npm >/dev/null || install nodejs npm
  if [ ! "$home/node_modules/.package-lock.json" -nt "$home/package-lock.json" ]; then
    say '試験に使うアクセシビリティの検査器を入れています。'
    (cd "$home" && npm ci --ignore-scripts --no-audit --no-fund --silent >&2 && touch node_modules/.package-lock.json)
  fi
  [ "$home/node_modules/.bundle/alfa.js" -nt "$home/node_modules/.package-lock.json" ] && [ "$home/node_modules/.bundle/alfa.js" -nt "$home/alfa.js" ] ||
    (cd "$home" && npm run --silent bundle >&2)
}

# Firefox, and WebKit as Debian has it (the engine of Safari).
need_engines() {
  local missing=()
  command -v firefox-esr >/dev/null || missing+=(firefox-esr)
  command -v WebKitWebDriver >/dev/null || missing+=(webkit2gtk-driver)
  command -v Xvfb >/dev/null || missing+=(xvfb)
  [ ${#missing[@]} -eq 0 ] || install "${missing[@]}"
}

# The command line is built anew only when a source is newer than it.
build_cli() {
  local binary=artifacts/bin/Kakehashi.Cli/release/kakehashi
  if [ ! -x "$binary" ] || [ -n "$(find cms site themes accessibility-tests/Kakehashi.Accessibility tools/Kakehashi.Cli Directory.*.props global.json \
      -newer artifacts/built -type f -not -path '*/tests/*' -print -quit 2>/dev/null || echo yes)" ] || [ ! -e artifacts/built ]; then
    say '組み立てています（初回は1分ほどかかります）。'
    mkdir -p artifacts
    touch artifacts/building
    if ! dotnet build tools/Kakehashi.Cli -c Release -v q -clp:NoSummary >artifacts/build.log 2>&1; then cat artifacts/build.log >&2; exit 1; fi
    mv artifacts/building artifacts/built
  fi
}
