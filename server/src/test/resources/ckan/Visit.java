import eu.trentorise.opendata.jackan.CkanClient;
import eu.trentorise.opendata.jackan.CkanQuery;
import eu.trentorise.opendata.jackan.model.CkanDataset;
import eu.trentorise.opendata.jackan.model.CkanResource;

/** What an outside program does with an unmodified CKAN client (Jackan 0.4.2); prints what it found. */
class Visit {
    public static void main(String[] arguments) {
        CkanClient client = new CkanClient(arguments[0]);
        String name = arguments[1];
        System.out.println("listed=" + client.getDatasetList().contains(name));
        CkanDataset dataset = client.getDataset(name);
        System.out.println("title=" + dataset.getTitle());
        System.out.println("organization=" + dataset.getOrganization().getName());
        for (CkanResource resource : dataset.getResources()) {
            System.out.println("resource=" + client.getResource(resource.getId()).getFormat());
        }
        System.out.println("organizations=" + client.getOrganizationNames());
        System.out.println("unit=" + client.getOrganization("market").getTitle());
        System.out.println("groups=" + client.getGroupNames());
        System.out.println("tags=" + client.getTagNamesList().contains("企业"));
        System.out.println("licence=" + client.getLicenseList().get(0).getId());
        System.out.println("found=" + client.searchDatasets(
                CkanQuery.filter().byText("企业统计").byTagNames("企业"), 10, 0).getCount());
        System.out.println("nothing=" + client.searchDatasets("没有这样的词", 10, 0).getCount());
        try {
            client.getDataset("no-such-dataset");
        } catch (RuntimeException refused) {
            System.out.println("refused=" + refused.getMessage());
        }
    }
}
