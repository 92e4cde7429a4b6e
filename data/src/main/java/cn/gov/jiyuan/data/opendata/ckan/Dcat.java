package cn.gov.jiyuan.data.opendata.ckan;

import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.data.opendata.release.FileFormat;
import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.data.opendata.release.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says in DCAT-AP 3 what a dataset is, where it lies and on which terms. */
final class Dcat {
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA = "https://www.iana.org/assignments/media-types/";
    private final String site;

    /** @param site address of this site, without a slash at the end */
    Dcat(String site) {
        this.site = site;
    }

    String catalog() {
        return site + "/open/catalog";
    }

    private String dataset(OpenDataset dataset) {
        return site + "/open/datasets/" + dataset.identifier();
    }

    Graph head() {
        String catalog = catalog();
        String publisher = site + "/open/units/data";
        return new Graph()
                .type(catalog, "dcat:Catalog")
                .chinese(catalog, "dct:title", "济源公共数据开放平台目录")
                .chinese(catalog, "dct:description", "济源产城融合示范区依法开放的公共数据。")
                .link(catalog, "dct:publisher", publisher)
                .link(catalog, "foaf:homepage", site + "/open")
                .link(catalog, "dct:language", EU + "language/ZHO")
                .link(catalog, "dcat:themeTaxonomy", EU + "data-theme")
                .type(EU + "data-theme", "skos:ConceptScheme")
                .chinese(EU + "data-theme", "dct:title", "Data theme")
                .type(site + "/open", "foaf:Document")
                .type(publisher, "foaf:Agent")
                .chinese(publisher, "foaf:name", "济源政务服务和大数据管理局");
    }

    Graph of(OpenDataset dataset, Version version) {
        Graph graph = new Graph();
        String it = dataset(dataset);
        String publisher = site + "/open/units/" + dataset.unitCode();
        String contact = publisher + "#contact";
        graph.link(catalog(), "dcat:dataset", it)
                .type(it, "dcat:Dataset")
                .chinese(it, "dct:title", dataset.title())
                .chinese(it, "dct:description", dataset.description())
                .literal(it, "dct:identifier", dataset.identifier(), "xsd:string")
                .link(it, "dct:publisher", publisher)
                .link(it, "dcat:contactPoint", contact)
                .link(it, "dcat:theme", EU + "data-theme/" + dataset.theme().european())
                .link(it, "dct:accrualPeriodicity", EU + "frequency/" + frequency(dataset.cycle()))
                .link(it, "dct:spatial", site + "/open/areas/419001")
                .link(it, "dcat:landingPage", it)
                .type(it, "foaf:Document")
                .link(
                        it,
                        "dct:accessRights",
                        EU + "access-right/" + (dataset.isConditional() ? "RESTRICTED" : "PUBLIC"));
        time(graph, it, "dct:issued", dataset.issued());
        time(graph, it, "dct:modified", dataset.modified());
        graph.literal(it, "dcat:version", String.valueOf(version.number()), "xsd:string");
        dataset.keywords().forEach(word -> graph.chinese(it, "dcat:keyword", word));
        period(graph, dataset, it);
        graph.type(publisher, "foaf:Agent")
                .chinese(publisher, "foaf:name", dataset.unitName())
                .type(contact, "vcard:Organization")
                .chinese(contact, "vcard:fn", dataset.unitName())
                .link(contact, "vcard:hasTelephone", "tel:12345")
                .type(site + "/open/areas/419001", "dct:Location")
                .chinese(site + "/open/areas/419001", "skos:prefLabel", "济源示范区")
                .type(EU + "data-theme/" + dataset.theme().european(), "skos:Concept")
                .chinese(
                        EU + "data-theme/" + dataset.theme().european(),
                        "skos:prefLabel",
                        dataset.theme().label());
        version.files().forEach(file -> distribution(graph, dataset, version, file));
        service(graph, dataset);
        return graph;
    }

    private void distribution(Graph graph, OpenDataset dataset, Version version, Version.Distribution file) {
        String it = dataset(dataset);
        FileFormat format = file.format();
        String address = it + "/versions/" + version.number() + "/" + format.extension();
        String id = site + "/open/files/" + file.id();
        String checksum = id + "#checksum";
        graph.link(it, "dcat:distribution", id)
                .type(id, "dcat:Distribution")
                .chinese(id, "dct:title", dataset.title() + "（" + format + "）")
                .link(id, "dcat:accessURL", it)
                .link(id, "dct:license", licence(version))
                .link(id, "dct:format", EU + "file-type/" + format)
                .type(EU + "file-type/" + format, "dct:MediaTypeOrExtent")
                .link(id, "dcat:mediaType", MEDIA + format.mediaType())
                .type(MEDIA + format.mediaType(), "dct:MediaType")
                .literal(id, "dcat:byteSize", String.valueOf(file.bytes()), "xsd:nonNegativeInteger")
                .link(id, "spdx:checksum", checksum)
                .type(checksum, "spdx:Checksum")
                .link(checksum, "spdx:algorithm", "urn:oid:1.2.156.10197.1.401")
                .literal(checksum, "spdx:checksumValue", file.sm3(), "xsd:hexBinary")
                .type(licence(version), "dct:LicenseDocument")
                .chinese(licence(version), "dct:title", version.licence().title());
        if (!dataset.isConditional()) {
            graph.link(id, "dcat:downloadURL", address);
        }
        time(graph, id, "dct:issued", version.released());
    }

    private String licence(Version version) {
        return site + "/open/licences/" + version.licence().id();
    }

    private void service(Graph graph, OpenDataset dataset) {
        String api = site + "/api/3/action/";
        String id = site + "/open/developers#ckan";
        graph.type(id, "dcat:DataService")
                .chinese(id, "dct:title", "CKAN Action API v3")
                .link(id, "dcat:endpointURL", api)
                .link(id, "dcat:endpointDescription", site + "/open/developers")
                .link(id, "dcat:servesDataset", dataset(dataset))
                .link(catalog(), "dcat:service", id);
    }

    private void period(Graph graph, OpenDataset dataset, String it) {
        if (dataset.temporalFrom() != null) {
            String period = it + "#period";
            graph.link(it, "dct:temporal", period).type(period, "dct:PeriodOfTime");
            graph.literal(period, "dcat:startDate", dataset.temporalFrom().toString(), "xsd:date");
            if (dataset.temporalTo() != null) {
                graph.literal(period, "dcat:endDate", dataset.temporalTo().toString(), "xsd:date");
            }
        }
    }

    private static void time(Graph graph, String thing, String predicate, @Nullable Instant at) {
        if (at != null) {
            graph.literal(
                    thing,
                    predicate,
                    at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString(),
                    "xsd:dateTime");
        }
    }

    private static String frequency(UpdateCycle cycle) {
        return switch (cycle) {
            case REAL_TIME -> "UPDATE_CONT";
            case DAILY -> "DAILY";
            case WEEKLY -> "WEEKLY";
            case MONTHLY -> "MONTHLY";
            case QUARTERLY -> "QUARTERLY";
            case YEARLY -> "ANNUAL";
            case OTHER -> "OTHER";
        };
    }
}
