#!/bin/sh
# Asks the application how it is, for up to ten seconds. Usage: check.sh PORT
set -eu
port=${1:?}

# Perl again, since a slim system has neither curl nor wget.
ask() {
  perl -MIO::Socket::INET -e '
    my $s = IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $ARGV[0], Timeout => 2) or exit 1;
    print $s "GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n";
    my $answer = join "", <$s>;
    print $answer =~ s/^.*?\r\n\r\n//sr;
    exit($answer =~ m{^HTTP/1\.\d 200 } ? 0 : 1)' "$port" 2>/dev/null
}

tries=0
until answer=$(ask); do
  tries=$((tries + 1))
  if [ "$tries" -ge 50 ]; then
    echo "The application does not answer on port $port" >&2
    exit 1
  fi
  sleep 0.2
done
echo "The application answers: $answer"
