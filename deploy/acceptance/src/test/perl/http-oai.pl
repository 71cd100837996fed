# Harvests everything as a partner with the Debian package libhttp-oai-perl would, and prints a line for each record:
# identifier, datestamp, "deleted" or the number of its fields.
use strict;
use warnings;
use HTTP::OAI;

my ($address, $prefix, @selection) = @ARGV;
my $harvester = HTTP::OAI::Harvester->new(baseURL => $address);
my $identify = $harvester->Identify;
die 'Identify: ' . $identify->message . "\n" if $identify->is_error;
die "deletedRecord is not persistent\n" unless $identify->deletedRecord eq 'persistent';

my $list = $harvester->ListRecords(
    metadataPrefix => $prefix,
    @selection,
    onRecord => sub {
        my $record = shift;
        my $said = 'deleted';
        if (!$record->is_deleted) {
            my $fields = 'descendant::*[local-name()="datafield" or namespace-uri()="http://purl.org/dc/elements/1.1/"]';
            $said = $record->metadata->dom->findnodes($fields)->size;
        }
        print join(' ', $record->identifier, $record->datestamp, $said), "\n";
    },
);
die 'ListRecords: ' . $list->message . "\n" if $list->is_error || $list->error;
