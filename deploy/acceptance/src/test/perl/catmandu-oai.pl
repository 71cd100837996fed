# Harvests everything as a partner with the Debian package libcatmandu-oai-perl would, and prints a line for each record:
# identifier, datestamp, "deleted" or the first title.
use strict;
use warnings;
use Catmandu::Importer::OAI;

binmode STDOUT, ':encoding(UTF-8)';
my ($address) = @ARGV;
Catmandu::Importer::OAI->new(url => $address, metadataPrefix => 'oai_dc', handler => 'oai_dc')->each(sub {
    my $record = shift;
    my $deleted = ($record->{_status} // '') eq 'deleted';
    my $title = ref $record->{title} ? $record->{title}[0] : $record->{title};
    print join(' ', $record->{_identifier}, $record->{_datestamp}, $deleted ? 'deleted' : $title // 'untitled'), "\n";
});
