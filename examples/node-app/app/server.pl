# The same as server.cjs, for machines without Node.
use strict;
use warnings;
use IO::Socket::INET;

open my $file, '<', 'VERSION' or die "VERSION: $!";
chomp(my $version = <$file>);
my $body = qq({"status":"ok","version":"$version"}\n);
my $server = IO::Socket::INET->new(LocalPort => $ENV{PORT}, Listen => 16, ReuseAddr => 1) or die "port $ENV{PORT}: $!";
$SIG{PIPE} = 'IGNORE';

while (my $client = $server->accept) {
    while (my $line = <$client>) { last if $line =~ /^\r?\n$/ }
    print $client "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ", length $body,
        "\r\nConnection: close\r\n\r\n", $body;
    close $client;
}
